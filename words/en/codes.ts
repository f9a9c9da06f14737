/** Codes of components and events: the settings of the list, reporting by it, and what a case shows of it. */
export default {
  thing: { component: 'Component', event: 'Event' },
  parts: { area: 'Area', class: 'Class', type: 'Type', serial: 'Serial number' },
  columns: { thing: 'Component or event', class: 'Class code', className: 'Class name', classNameEn: 'Class name in English', type: 'Type code', name: 'Type name', nameEn: 'Type name in English', category: 'Category', owner: 'Whose asset' },
  report: {
    what: 'What is reported', ways: { none: 'A trouble in general', component: 'Component', event: 'Event', keyed: 'Key in a code' }, serialHint_one: 'The {{count}} digit on its plate; leave it empty where it can’t be made out.', serialHint_other: 'The {{count}} digits on its plate; leave it empty where they can’t be made out.', keyed: 'Code', keyedHint: '{{component}} digits for a component, {{event}} for an event; spaces do no harm.', says: '{{thing}}: {{className}} · {{name}}',
    faults: { not_digits: 'A code is digits alone.', wrong_length: 'A wrong number of digits: a component has {{component}}, an event {{event}}.', other_area: 'It does not begin with the area of this county ({{county}}).', unknown_class: 'The list has no such class; please check.', unknown_type: 'This class has no such type; please check.' },
    open: 'This component has an open case:', joins: 'What you report is added to it; no second case is opened.', apart: 'It is another trouble: open a case of its own', joined: 'Added to the open case {{number}}; no second one was opened', needsPhoto: 'What is reported by code needs a picture taken on site.', needsCode: 'Choose a type, or key in the whole code.', byPhoto: 'Seen by a collector: {{name}}, see the picture.', code: 'Code', filter: 'Component or event',
  },
  list: {
    lead: 'Collectors report components and events by code: they choose class and type, or key the code in. Category and owner come from it, and the routing catalogue goes by these.',
    none: 'No list has been published yet: collectors can only report troubles in general.', noneInDraft: 'The draft has no types yet. Add them one by one, or all at once from a table.', count_one: '{{count}} type', count_other: '{{count}} types', search: 'Find by code, name or category', noneFound: 'No type fits.', shown: 'Only the first {{count}} are shown; narrow the search.',
    layout: 'Parts of a code', lengthOf_one: '{{part}}: {{count}} digit', lengthOf_other: '{{part}}: {{count}} digits', component: 'A component’s code has {{count}} digits', event: 'An event’s has {{count}}, without a serial number', example: 'for instance {{code}}', noOwner: 'Not said',
  },
  draft: {
    new: 'New type', edit: 'Type', layout: 'Lengths of the parts', layoutHint: 'Standards differ: make them those of the codes that are in use with you. Together they make the length of a code.', save: 'Save to the draft', remove: 'Remove this line',
    nameZh: 'Name (Chinese)', nameEn: 'Name (English)', classZh: 'Class name (Chinese)', classEn: 'Class name (English)', digits_one: 'Must be {{count}} digit.', digits_other: 'Must be {{count}} digits.',
    upload: 'Replace all types by a table', uploadWords: 'CSV, XLSX or JSON Lines. Columns: {{columns}}. If one row can’t be read, none is replaced.', file: 'List of codes', uploaded_one: '{{count}} line was read.', uploaded_other: '{{count}} lines were read.', bad_one: '{{count}} row can’t be read; nothing was replaced:', bad_other: '{{count}} rows can’t be read; nothing was replaced:',
  },
  faults: { parts: 'A code has four parts (area, class, type, serial number), each once', twice: 'the same code as another line', class_length: 'the class code has a wrong length', type_length: 'the type code has a wrong length', category_unknown: 'the category is no longer used', owner_unknown: 'the routing catalogue knows no such owner' },
  rowFaults: {
    unreadable: 'the row can’t be read', thing_unknown: 'is it a component or an event: {{text}}', class_missing: 'no class code', type_missing: 'no type code', not_digits: 'codes are digits alone: {{text}}', class_length: 'the class code is too long: {{text}}', type_length: 'the type code is too long: {{text}}',
    name_missing: 'no type name', class_name_missing: 'no class name', category_unknown: 'no such category: {{text}}', category_several: 'several categories have this name, write it in full: {{text}}', owner_unknown: 'no such owner: {{text}}', twice: 'the same code as a row above', too_long: 'too long: {{text}}',
  },
  history: { types_one: '{{count}} type', types_other: '{{count}} types', changed: '{{added}} added, {{removed}} removed, {{changed}} changed', segments: 'The lengths of the parts changed' },
}
