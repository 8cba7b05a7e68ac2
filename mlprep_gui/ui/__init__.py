"""The windows, pages and widgets; nothing here decides, it shows and reports wishes."""
