"""The address of the page, under the prefix that `industry4.urls` gives it."""

from django.urls import path

from industry4.gallery.views import gallery

urlpatterns = [path("", gallery, name="gallery")]
