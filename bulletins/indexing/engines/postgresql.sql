CREATE OR REPLACE FUNCTION lantai_tokens(
    id bigint, kind text, words text, sounds text, context text, places text
) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 100000 AS $$
    WITH said AS MATERIALIZED (
        SELECT replace(split_part(words, E'\n', 1), ' ', '') AS head,
            string_to_array(replace(split_part(words, E'\n', 1), ' ', ''), NULL) AS heads,
            string_to_array(replace(split_part(words, E'\n', 2), ' ', ''), NULL) AS bodies,
            string_to_array(split_part(sounds, E'\n', 2), NULL) AS initials,
            string_to_array(context, NULL) AS around
    )
    SELECT array_to_tsvector(
        ARRAY(SELECT a || b FROM said, unnest(bodies, bodies[2:]) u(a, b)
            WHERE b IS NOT NULL AND a <> '.' AND b <> '.')
        || ARRAY(SELECT sign || a || b FROM said, unnest(heads, heads[2:]) u(a, b),
            unnest(CASE kind WHEN 't' THEN ARRAY['', '_', '+'] ELSE ARRAY['', '_'] END) s(sign)
            WHERE b IS NOT NULL AND a <> '.' AND b <> '.')
        || ARRAY(SELECT sign || a FROM said, unnest(heads) u(a),
            unnest(CASE kind WHEN 't' THEN ARRAY['!', '+'] ELSE ARRAY['!'] END) s(sign)
            WHERE a <> '.')
        || ARRAY(SELECT '^' || a || b FROM said, unnest(around, around[2:]) u(a, b)
            WHERE b IS NOT NULL AND a <> '.' AND b <> '.')
        || ARRAY(SELECT '#' || word FROM unnest(string_to_array(translate(words, E'\n', ' '), ' ')) w(word)
            WHERE length(word) BETWEEN 2 AND 20 AND strpos(word, '.') = 0)
        || string_to_array(split_part(sounds, E'\n', 1), NULL)
        || ARRAY(SELECT '~' || a || b FROM said, unnest(initials, initials[2:]) u(a, b)
            WHERE b IS NOT NULL AND a <> '.' AND b <> '.')
        || ARRAY(SELECT '@' || place FROM unnest(string_to_array(places || ' ' || kind, ' ')) p(place)
            WHERE place <> '')
        || ARRAY(SELECT '=' || replace(head, '.', '') FROM said
            WHERE kind = 't' AND length(head) BETWEEN 1 AND 100)
        || ARRAY['@a' || (id >> 11), '@b' || (id >> 13), '@c' || (id >> 15), '@d' || (id >> 17),
            '@e' || (id >> 19)]
    )
$$;
