export function Link({ address }) {
  return (
    <a href={address} target="_blank"> {/* finding: window.opener */}
      more
    </a>
  );
}

export function markup(address) {
  return '<a href="' + address + '" target="_self">x</a><a target="_blank" href="https://other.example">y</a>'; // finding: window.opener
}
