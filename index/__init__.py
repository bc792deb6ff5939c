"""From a handbook to ranked sections: source, reading, search. Knows nothing of chat."""
