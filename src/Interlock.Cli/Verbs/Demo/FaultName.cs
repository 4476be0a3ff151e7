using Interlock.Simulation.Faults;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>Names of faults on the command line: as in the table, with hyphens or underscores.</summary>
internal static class FaultName
{
    /// <summary>The eight of the table.</summary>
    public static IReadOnlyList<string> All { get; } = [.. FaultCatalogue.All(0).Select(fault => fault.Name)];

    public static string Normal(string name) => name.Replace('-', '_');
}
