"""Members as search engines read them."""

from industry4.core.structured_data import Node, described, given, picture, place

from .models import MemberPage


@described.register
def member(page: MemberPage, publisher: Node) -> list[Node]:
    """An Organization."""
    return [
        given(
            type="Organization",
            id=f"{page.public_url}#member",
            name=page.title,
            description=page.description,
            url=page.website or page.public_url,
            mainEntityOfPage=page.public_url,
            logo=picture(page.logo_id),
            image=picture(page.social_image_id, page.listing_image_id),
            address=page.address,
            location=place(page),
            foundingDate=page.founded and str(page.founded),
            email=page.email,
            telephone=page.phone,
        )
    ]
