export function Link({ address }) {
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      more
    </a>
  );
}

export function Own() {
  return (
    <a href="/help" target="_blank">
      help
    </a>
  );
}

export function Same({ address }) {
  return <a href={address}>more</a>;
}
