namespace Interlock.Guard.Monitors;

/// <summary>What a monitor measures.</summary>
/// <param name="Name">Stable snake_case name, the key in every machine output and the name of its page in <c>docs/monitors</c>.</param>
/// <param name="Unit">Unit of its values; empty for a pure number.</param>
/// <param name="WorseWhen">Direction of trouble.</param>
/// <param name="Summary">One sentence.</param>
public sealed record MonitorInfo(string Name, string Unit, MonitorDirection WorseWhen, string Summary);
