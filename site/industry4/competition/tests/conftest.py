"""The response cache, switched on, for the tests of what it never keeps."""

from industry4.core.tests.conftest import switched_on

__all__ = ["switched_on"]
