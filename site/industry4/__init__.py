"""Industry 4 Panevėžys: the Django project. site/ is on the path; this is its only package."""
