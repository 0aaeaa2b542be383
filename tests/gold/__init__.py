"""The shared gold sets and how they are scored; ``python -m tests.gold`` prints all of them.

Every set is scored through the service, as a caller sees it. The figures of the last committed run
stand in ``figures.json`` beside this file; a test holds the code to them, and the command names
every row whose outcome moved.
"""
