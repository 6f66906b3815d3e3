from hkreader.library.place import MARK, store_path


def test_the_store_lies_with_the_user_or_travels_with_the_program(tmp_path):
    data, program = tmp_path / "data", tmp_path / "program"
    program.mkdir()

    assert store_path(data, program) == data / "reviews.db"
    (program / MARK).touch()
    assert store_path(data, program) == program / "data" / "reviews.db"
