"""Every screen in its states, as people come to them: a real server, a real Chromium, a meeting told to it.

`scripts.screenshots` takes their pictures, the browser tests hold them against what they promise. What a
screen shows is never made up here: each state is reached as a person or a program would reach it.
"""
