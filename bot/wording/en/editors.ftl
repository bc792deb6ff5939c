## To the editors, in their channel

editors-refused = The newest revision of the handbook { $handbook } is not used ({ $revision }).
editors-refused-unnamed = The newest revision of the handbook { $handbook } is not used.
editors-stale = The handbook { $handbook } cannot be brought up to date.
editors-meanwhile = Meanwhile I answer from this: { $edition }
editors-nothing = Until that is mended I cannot answer from it.
editors-well = The handbook { $handbook } is well again.
editors-now = I answer from this now: { $edition }
