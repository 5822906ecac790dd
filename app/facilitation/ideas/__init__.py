"""Ideas: written without a name, shown together, held back, talked about, split and merged.

The promise is that nobody's rank speaks for an idea: until its author says so, no layer and no answer joins
an idea with a person, facilitators' included. `views` keeps it, and `tests/facilitation/ideas` searches
for who breaks it.
"""
