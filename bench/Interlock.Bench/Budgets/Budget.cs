namespace Interlock.Bench.Budgets;

/// <summary>One line of <c>bench/budgets.json</c>.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Limit">Largest accepted value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Scales">True when the limit is a time on the development machine, and grows with this machine's baseline.</param>
internal sealed record Budget(string Name, double Limit, string Unit, bool Scales);
