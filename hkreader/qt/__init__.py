"""QObjects without widgets: session, jobs, settings."""

from hkreader.qt.quick_imports import spare_feature_search

spare_feature_search()
