"""The REST routers, one a resource.

Read a request, ask the layers below, answer: no rule and no SQL of its own.
"""
