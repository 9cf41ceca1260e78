"""Pictures: what is to be drawn, as plain numbers; the templates beside the pages' make SVG of them."""
