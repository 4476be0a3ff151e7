namespace Interlock.Runtime.Live;

/// <summary>What a feed has done.</summary>
/// <param name="Clients">Viewers at present.</param>
/// <param name="Served">Viewers that were let in so far.</param>
/// <param name="Refused">Viewers that were turned away or let go for breaking a rule.</param>
/// <param name="Slow">Viewers that were let go because they took nothing.</param>
/// <param name="Dropped">Messages that found no room, over all viewers.</param>
public sealed record LiveCounts(int Clients, long Served, long Refused, long Slow, long Dropped);
