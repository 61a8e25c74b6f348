import io

from PIL import Image, ImageCms

from sketchsvg.exporters.srgb import NAME, srgb_profile


def test_the_profile_is_that_of_srgb():
    own = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert ImageCms.getProfileDescription(own).strip() == NAME
    assert own.profile.version == 4.2
    colours = bytes(range(0, 252, 4)) * 3
    image = Image.frombytes("RGB", (len(colours) // 3, 1), colours)
    for there in ("XYZ", "LAB"):
        other = ImageCms.createProfile(there)
        mine, known = (
            ImageCms.applyTransform(image, ImageCms.buildTransform(profile, other, "RGB", there))
            if there == "LAB"
            else ImageCms.applyTransform(image, ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB"))
            for profile in (own, ImageCms.createProfile("sRGB"))
        )
        assert max(abs(a - b) for a, b in zip(mine.tobytes(), known.tobytes(), strict=True)) <= 1


def test_the_profile_is_small_and_says_how_long_it_is():
    profile = srgb_profile()
    assert int.from_bytes(profile[:4], "big") == len(profile) < 500
    assert profile[36:40] == b"acsp"
