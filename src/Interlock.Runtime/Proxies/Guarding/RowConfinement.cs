namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>Narrows a row before it is judged, for what a protocol's client does with its rows.</summary>
/// <param name="row">Number of the row in the reply.</param>
/// <param name="command">What is wanted, in the contract's channels; to be written to.</param>
/// <returns>True when it was changed.</returns>
internal delegate bool RowConfinement(int row, Span<double> command);
