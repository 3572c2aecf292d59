"""What things cost: `make bench`, or ``python -m bench [--quick]``.

Times on one machine say little on another; the last column holds ratios, which do. Nothing here is a test.
"""
