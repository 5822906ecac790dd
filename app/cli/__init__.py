"""The command line `evenfloor`: words in, what they do, sentences out.

Each file holds the commands of one purpose. They use the doors that everybody has (REST and the live
protocol) or, for the operator of this machine, the store's own operations; no rule lives here.
"""

from app.cli.main import main

__all__ = ["main"]
