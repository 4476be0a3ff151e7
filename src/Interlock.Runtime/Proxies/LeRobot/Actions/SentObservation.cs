namespace Interlock.Runtime.Proxies.LeRobot.Actions;

/// <summary>An observation that waits for its chunk.</summary>
/// <param name="Timestep">The step that it names.</param>
/// <param name="TimestampS">On the client's clock; servers copy it to the bit.</param>
/// <param name="State">In the contract's channels; empty for none.</param>
/// <param name="MustGo">True when the server has to answer it.</param>
/// <param name="Stamp">When it was sent on.</param>
internal sealed record SentObservation(long Timestep, double TimestampS, double[] State, bool MustGo, long Stamp);
