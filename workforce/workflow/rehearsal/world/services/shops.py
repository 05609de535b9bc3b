"""Shopify and WooCommerce: orders, products, customers."""

from __future__ import annotations

from typing import Any

from workforce.workflow.rehearsal.plausible import Cast
from workforce.workflow.rehearsal.plausible.cast import iso
from workforce.workflow.rehearsal.world.collections import collection
from workforce.workflow.rehearsal.world.graphql import graphql
from workforce.workflow.rehearsal.world.memory import Record
from workforce.workflow.rehearsal.world.service import Service
from workforce.workflow.rehearsal.world.shapes import held, inside, shape_of, under
from workforce.workflow.rehearsal.world.visit import Visit

shopify = Service("Shopify", r".+\.myshopify\.com")
woocommerce = Service("WooCommerce", r".+", r".*/wp-json/wc/")


def order(cast: Cast, number: int) -> Record:
    """A Shopify order."""
    person, total = cast.person(number), f"{cast.amount('order', number):.2f}"
    line = {
        "id": 1,
        "title": cast.product(number),
        "name": cast.product(number),
        "quantity": 1 + number,
        "price": total,
        "sku": f"SKU-{310 + number}",
        "product_id": 7001 + number,
    }
    place = {
        "first_name": person.first,
        "last_name": person.last,
        "name": person.name,
        "address1": person.street,
        "city": person.city,
        "zip": person.postcode,
        "country": person.country,
        "country_code": person.country_code,
        "phone": person.phone,
    }
    customer = {
        "id": 6001 + number,
        "email": person.email,
        "first_name": person.first,
        "last_name": person.last,
        "phone": person.phone,
        "orders_count": 1 + number,
        "total_spent": total,
    }
    return {
        "id": 450001 + number,
        "admin_graphql_api_id": f"gid://shopify/Order/{450001 + number}",
        "name": f"#{1001 + number}",
        "order_number": 1001 + number,
        "email": person.email,
        "contact_email": person.email,
        "phone": person.phone,
        "created_at": iso(cast.past(number)),
        "updated_at": iso(cast.past(number)),
        "processed_at": iso(cast.past(number)),
        "currency": "EUR",
        "total_price": total,
        "subtotal_price": total,
        "total_tax": "0.00",
        "total_discounts": "0.00",
        "financial_status": ("paid", "pending", "refunded")[number % 3],
        "fulfillment_status": None,
        "cancelled_at": None,
        "note": None,
        "tags": "",
        "test": False,
        "customer": customer,
        "line_items": [line],
        "shipping_address": place,
        "billing_address": place,
        "order_status_url": "https://example.myshopify.com/orders/1",
    }


def product(cast: Cast, number: int) -> Record:
    """A Shopify product."""
    variant = {
        "id": 8001 + number,
        "title": "Default Title",
        "price": f"{cast.amount('price', number, 90):.2f}",
        "sku": f"SKU-{310 + number}",
        "inventory_quantity": cast.number("stock", number, 0, 40),
    }
    return {
        "id": 7001 + number,
        "title": cast.product(number),
        "body_html": "<p>Good for every day.</p>",
        "vendor": cast.company(number).name,
        "product_type": "Office",
        "handle": f"product-{number}",
        "status": "active",
        "tags": "",
        "created_at": iso(cast.past(number)),
        "updated_at": iso(cast.past(number)),
        "variants": [variant],
        "images": [],
        "image": None,
        "options": [],
    }


customer = shape_of(
    "customers",
    "email first_name last_name phone created_at updated_at",
    lambda cast, n: {
        "id": 6001 + n,
        "orders_count": 1 + n,
        "total_spent": f"{cast.amount('spent', n):.2f}",
        "state": "enabled",
        "tags": "",
    },
)
SHOP = r"/admin/api/[\d-]+"
shopify.on("POST", rf"{SHOP}/graphql\.json")(graphql)


@shopify.on("GET PUT DELETE", rf"{SHOP}/(?P<many>orders|products|customers)/(?P<id>\d+)\.json")
def shopify_one(visit: Visit) -> Any:
    """One of them; Shopify's addresses end in .json."""
    many, ident = visit.found["many"], visit.found["id"]
    shape = {"orders": order, "products": product}.get(many, customer)
    if visit.asked.method == "DELETE":
        return {}
    changes = visit.fields.get(many.rstrip("s")) or {}
    return {many.rstrip("s"): visit.update(many, ident, changes, shape)}


for _many, _one, _shape in (
    ("orders", "order", order),
    ("products", "product", product),
    ("customers", "customer", customer),
    ("draft_orders", "draft_order", order),
    ("locations", "location", shape_of("", "name city")),
):
    collection(
        shopify,
        rf"{SHOP}/{_many}(?:\.json)?",
        _many,
        _shape,
        listed=under(_many),
        single=inside(_one),
        given=held(_one),
        removed=lambda visit: {},
    )


def woo_order(cast: Cast, number: int) -> Record:
    """A WooCommerce order."""
    person, total = cast.person(number), f"{cast.amount('order', number):.2f}"
    place = {
        "first_name": person.first,
        "last_name": person.last,
        "company": person.company.name,
        "address_1": person.street,
        "city": person.city,
        "postcode": person.postcode,
        "country": person.country_code,
        "email": person.email,
        "phone": person.phone,
    }
    return {
        "id": 701 + number,
        "number": str(701 + number),
        "status": ("processing", "completed", "pending")[number % 3],
        "currency": "EUR",
        "total": total,
        "total_tax": "0.00",
        "customer_id": 21 + number,
        "customer_note": "",
        "billing": place,
        "shipping": place,
        "payment_method": "card",
        "payment_method_title": "Card",
        "date_created": iso(cast.past(number))[:19],
        "date_modified": iso(cast.past(number))[:19],
        "line_items": [
            {
                "id": 1,
                "name": cast.product(number),
                "quantity": 1 + number,
                "total": total,
                "product_id": 31 + number,
                "sku": f"SKU-{310 + number}",
            }
        ],
        "meta_data": [],
        "refunds": [],
    }


woo_product = shape_of(
    "products",
    "sku description",
    lambda cast, n: {
        "id": 31 + n,
        "name": cast.product(n),
        "slug": f"product-{n}",
        "type": "simple",
        "status": "publish",
        "price": f"{cast.amount('price', n, 90):.2f}",
        "regular_price": f"{cast.amount('price', n, 90):.2f}",
        "stock_quantity": cast.number("stock", n, 0, 40),
        "stock_status": "instock",
        "categories": [],
        "images": [],
        "permalink": f"https://shop.example.com/product/{n}",
        "date_created": iso(cast.past(n))[:19],
    },
)
woo_customer = shape_of(
    "customers",
    "email first_name last_name username",
    lambda cast, n: {
        "id": 21 + n,
        "role": "customer",
        "billing": {"email": cast.person(n).email, "phone": cast.person(n).phone, "city": cast.person(n).city},
        "date_created": iso(cast.past(n))[:19],
    },
)
for _many, _shape in (
    ("orders", woo_order),
    ("products", woo_product),
    ("customers", woo_customer),
    (r"products/(?:categories|tags)", shape_of("", "id name slug")),
):
    collection(
        woocommerce, rf".*/wp-json/wc/v\d/{_many}", _many, _shape, removed=lambda visit: {"id": visit.found["id"]}
    )
