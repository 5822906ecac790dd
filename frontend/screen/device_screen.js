export default function DeviceScreen() { return null; }
