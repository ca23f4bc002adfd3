-- The index of the texts of cases is made again with the other search indexes: see ./onthaal search.
grant maintain on cases.passage to ${app};
