"""From a flat row of blocks to a document: lines, head, tail, places, headings, assembly, in that
order.
"""
