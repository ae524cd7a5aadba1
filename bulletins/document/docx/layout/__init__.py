"""The layout of GB/T 9704-2012 (sections 5 to 7): page, fonts, sizes, lines."""
