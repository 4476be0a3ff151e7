namespace Interlock.Cli.Tests.Verbs.Dashboard;

/// <summary>A test that halts and kills processes by signals and finds them in <c>/proc</c>; skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : "signals and /proc are those of Linux";
}
