namespace Interlock.Cli.Verbs.Demo;

/// <summary>An alarm or a refusal of the guard.</summary>
/// <param name="Step">Control step in the episode.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Name">What raised it.</param>
internal sealed record DemoAlarm(int Step, string Code, string Name);
