"""The neutral shield printed until a region gives its own lambang: invented, the arms of nobody."""

NEUTRAL_EMBLEM = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 46 54">'
    '<path d="M23 2 43 8v20c0 12-8 19-20 24C11 47 3 40 3 28V8z" fill="none" stroke="#222" stroke-width="2.4"/>'
    '<path d="M8 33l9-12 6 7 5-8 10 13v3c-3 5-8 8.5-15 11.5C16 44.5 11 41 8 36z" fill="#222"/>'
    '<path d="M23 7c2.6 2.3 2.6 6.7 0 9-2.6-2.3-2.6-6.7 0-9zM17 12.5c2.2-2 5-2 6 0-1 2-4 2-6 0z'
    'M29 12.5c-2.2-2-5-2-6 0 1 2 4 2 6 0z" fill="#222"/></svg>'
)
