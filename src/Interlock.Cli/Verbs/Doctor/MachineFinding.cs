namespace Interlock.Cli.Verbs.Doctor;

/// <summary>One thing about this machine.</summary>
/// <param name="Name">snake_case name.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Value">What was found, with unit.</param>
/// <param name="Fix">What to do about it; null where nothing has to be done.</param>
internal sealed record MachineFinding(string Name, MachineStatus Status, string Value, string? Fix = null)
{
    public static MachineFinding Of(string name, bool fine, string value, string fix) =>
        fine ? new MachineFinding(name, MachineStatus.Ok, value) : new MachineFinding(name, MachineStatus.Advice, value, fix);
}
