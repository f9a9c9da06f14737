import type { ReactNode } from 'react'

/** Drawn on a grid of 24 with one line width; always beside words, so hidden from readers of the page. */
const icon = (drawing: ReactNode) =>
  function Icon({ size = 24 }: { size?: number }) {
    return (
      <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false"
        fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round">
        {drawing}
      </svg>
    )
  }

export const HomeIcon = icon(<path d="M4 11.2 12 4.5l8 6.7M6 9.8V19.5h12V9.8M10 19.5v-5.2h4v5.2" />)
export const MattersIcon = icon(<path d="M6 4.5h12v15H6zM9.2 9h5.6M9.2 12.2h5.6M9.2 15.4h3.2" />)
export const MeIcon = icon(<path d="M12 11.5a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2ZM5 19.7c.8-3.4 3.5-5.2 7-5.2s6.2 1.8 7 5.2" />)
export const BellIcon = icon(<path d="M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.4 1.5H5.1zM10 20.2h4" />)
export const BackIcon = icon(<path d="M14.5 5.5 8 12l6.5 6.5" />)
export const NextIcon = icon(<path d="M9.5 5.5 16 12l-6.5 6.5" />)
export const PenIcon = icon(<path d="M5 19l.9-4.1L15.6 5.2a1.6 1.6 0 0 1 2.3 0l.9.9a1.6 1.6 0 0 1 0 2.3l-9.7 9.7zM13.8 7l3.2 3.2" />)
export const CameraIcon = icon(<path d="M4 8h3.6l1.6-2.5h5.6L16.4 8H20v11H4zM12 16.4a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Z" />)
export const PinIcon = icon(<path d="M12 20.5c4-4.2 6-7.4 6-10.1a6 6 0 1 0-12 0c0 2.700 2 5.900 6 10.100ZM12 12.700a2.400 2.400 0 1 0 0-4.800 2.400 2.400 0 0 0 0 4.800Z" />)
export const HereIcon = icon(<path d="M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM12 3.500v4M12 16.500v4M3.500 12h4M16.500 12h4" />)
export const MapIcon = icon(<path d="m4 6.500 5-2 6 2.500 5-2v12.500l-5 2-6-2.500-5 2zM9 4.500V17M15 7v12.500" />)
export const CheckIcon = icon(<path d="m5.500 12.500 4.300 4.300 8.700-9.300" />)
export const CloseIcon = icon(<path d="m6.500 6.500 11 11M17.500 6.500l-11 11" />)
export const PlusIcon = icon(<path d="M12 5.500v13M5.500 12h13" />)
export const LockIcon = icon(<path d="M6 11h12v8.500H6zM8.500 11V8.300a3.500 3.500 0 0 1 7 0V11" />)
export const EyeIcon = icon(<path d="M3.500 12C5.500 8.300 8.500 6.500 12 6.500s6.500 1.800 8.500 5.500c-2 3.700-5 5.500-8.500 5.500S5.500 15.700 3.500 12ZM12 14.400a2.400 2.400 0 1 0 0-4.800 2.400 2.400 0 0 0 0 4.800Z" />)
export const ClockIcon = icon(<path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 7.500V12l3 2" />)
export const NoNetworkIcon = icon(<path d="M4.500 4.500l15 15M6.800 10.300a8.300 8.300 0 0 1 2.500-1.500M3.800 7.600a12 12 0 0 1 2.700-1.800M20.200 7.600A12 12 0 0 0 11 4.700M17.200 10.300a8.300 8.300 0 0 0-2-1.300M9.500 14a4 4 0 0 1 3.800-.900M12 18.200h.010" />)
export const AlertIcon = icon(<path d="M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 8v4.500M12 15.700h.010" />)
export const LargePrintIcon = icon(<path d="M3 19 8.500 5 14 19M5 14.300h7M15 19l3-7.500 3 7.500M16 16.500h4" />)
export const PhoneIcon = icon(<path d="M6.200 4.500h3l1.500 4-2 1.600a11 11 0 0 0 5.200 5.200l1.600-2 4 1.500v3a1.700 1.700 0 0 1-1.800 1.700A15.200 15.200 0 0 1 4.500 6.300 1.700 1.700 0 0 1 6.200 4.500Z" />)
export const VoiceIcon = icon(<path d="M12 14.500a3 3 0 0 0 3-3V7a3 3 0 0 0-6 0v4.500a3 3 0 0 0 3 3ZM6 11.500a6 6 0 0 0 12 0M12 17.500v3M9 20.500h6" />)
export const InstallIcon = icon(<path d="M12 4.500v10M8 11l4 4 4-4M5 19.500h14" />)
export const AgainIcon = icon(<path d="M19 12a7 7 0 1 1-2.100-5M19 4v4h-4" />)
