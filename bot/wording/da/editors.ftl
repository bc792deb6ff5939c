## Til redaktørerne, i deres kanal

editors-refused = Den nyeste revision af håndbogen { $handbook } bruges ikke ({ $revision }).
editors-refused-unnamed = Den nyeste revision af håndbogen { $handbook } bruges ikke.
editors-stale = Håndbogen { $handbook } kan ikke opdateres.
editors-meanwhile = Imens svarer jeg ud fra dette: { $edition }
editors-nothing = Indtil det er rettet, kan jeg ikke svare ud fra den.
editors-well = Håndbogen { $handbook } er i orden igen.
editors-now = Jeg svarer nu ud fra dette: { $edition }
