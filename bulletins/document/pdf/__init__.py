"""A page of HTML as .pdf, made by WeasyPrint in a process of its own (``pdf.making``)."""
