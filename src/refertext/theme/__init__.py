"""The MkDocs theme “refertext”: a layout, a style sheet, small scripts. Nothing here is run by Python."""
