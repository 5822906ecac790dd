"""The measures: what scores, resistance and votes say, and no more than they say.

Pure functions of numbers, a measure or a small family a file, each with its source; nothing here knows of
sessions, people's names or events. Sums are exact (`fsum`), and whatever depends on an order sorts by id
first, so that the order of arrival changes nothing and all nodes compute the same.
"""
