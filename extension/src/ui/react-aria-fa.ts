type Args = Readonly<Record<string, string | number>>;

/** What React Aria says to screen readers, in Persian, which it does not bring. A package that is missing here throws when it is used. */
const strings = {
  'react-aria-components': {
    selectPlaceholder: 'انتخاب کنید',
    tableResizer: 'تغییر پهنا',
    dropzoneLabel: 'جای رها کردن',
    colorSwatchPicker: 'رنگ‌ها',
  },
  '@react-aria/overlays': { dismiss: 'بستن' },
  '@react-aria/spinbutton': { Empty: 'خالی' },
  '@react-aria/searchfield': { 'Clear search': 'پاک کردن جستجو' },
  '@react-aria/menu': { longPressMessage: 'برای باز شدن فهرست نگه دارید، یا Alt و پیکان پایین را بزنید' },
  '@react-aria/breadcrumbs': { breadcrumbs: 'مسیر' },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'برای باز کردن Enter بزنید',
    hasLinkAnnouncement: ({ link }: Args) => `پیوند به ${link}`,
  },
  '@react-aria/grid': {
    deselectedItem: ({ item }: Args) => `${item} برداشته شد.`,
    longPressToSelect: 'برای انتخاب نگه دارید.',
    select: 'انتخاب',
    selectedAll: 'همه انتخاب شدند.',
    selectedCount: ({ count }: Args) => `${count} انتخاب شده.`,
    selectedItem: ({ item }: Args) => `${item} انتخاب شد.`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: ({ optionText, isSelected }: Args) => `${optionText}${isSelected ? '، انتخاب‌شده' : ''}`,
    countAnnouncement: ({ optionCount }: Args) => `${optionCount} گزینه.`,
    selectedAnnouncement: ({ optionText }: Args) => `${optionText}، انتخاب شد`,
    buttonLabel: 'نمایش پیشنهادها',
    listboxLabel: 'پیشنهادها',
  },
  '@react-aria/calendar': {
    previous: 'قبلی',
    next: 'بعدی',
    selectedDateDescription: ({ date }: Args) => `تاریخ انتخاب‌شده: ${date}`,
    selectedRangeDescription: ({ dateRange }: Args) => `بازهٔ انتخاب‌شده: ${dateRange}`,
    todayDate: ({ date }: Args) => `امروز، ${date}`,
    todayDateSelected: ({ date }: Args) => `امروز، ${date}، انتخاب‌شده`,
    dateSelected: ({ date }: Args) => `${date}، انتخاب‌شده`,
    startRangeSelectionPrompt: 'برای آغاز بازه بزنید',
    finishRangeSelectionPrompt: 'برای پایان بازه بزنید',
    minimumDate: 'نخستین تاریخ ممکن',
    maximumDate: 'آخرین تاریخ ممکن',
    dateRange: ({ startDate, endDate }: Args) => `${startDate} تا ${endDate}`,
  },
  '@react-aria/datepicker': {
    era: 'مبدأ',
    year: 'سال',
    month: 'ماه',
    day: 'روز',
    hour: 'ساعت',
    minute: 'دقیقه',
    second: 'ثانیه',
    dayPeriod: 'پیش یا پس از نیم‌روز',
    calendar: 'تقویم',
    startDate: 'تاریخ آغاز',
    endDate: 'تاریخ پایان',
    weekday: 'روز هفته',
    timeZoneName: 'منطقهٔ زمانی',
    selectedDateDescription: ({ date }: Args) => `تاریخ انتخاب‌شده: ${date}`,
    selectedRangeDescription: ({ startDate, endDate }: Args) => `بازهٔ انتخاب‌شده: ${startDate} تا ${endDate}`,
    selectedTimeDescription: ({ time }: Args) => `ساعت انتخاب‌شده: ${time}`,
  },
  '@react-stately/datepicker': {
    rangeUnderflow: ({ minValue }: Args) => `تاریخ باید ${minValue} یا پس از آن باشد.`,
    rangeOverflow: ({ maxValue }: Args) => `تاریخ باید ${maxValue} یا پیش از آن باشد.`,
    rangeReversed: 'تاریخ آغاز باید پیش از پایان باشد.',
    unavailableDate: 'این تاریخ در دسترس نیست.',
  },
};

/** Gives React Aria its Persian words. Before the first render: it reads them once. */
export function speakPersian(locale: string): void {
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: locale,
    [Symbol.for('react-aria.i18n.strings')]: strings,
  });
}
