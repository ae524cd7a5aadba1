"""What a bench does inside a site, with Django set up around it: fill it, and look into it."""
