namespace Interlock.Cli.Verbs.Demo;

/// <summary>Names of the files that the demo leaves behind.</summary>
internal static class DemoFiles
{
    /// <summary>The demonstrations of the calibration, with state and success.</summary>
    public const string Demonstrations = "demonstrations.csv";

    /// <summary>One episode per fault, as the policy commanded it, executed without a guard.</summary>
    public const string WithoutGuard = "faults-without-guard.csv";

    /// <summary>Normal and faulty episodes with their outcome, to study monitors on.</summary>
    public const string Labelled = "labelled.csv";

    public const string Contract = "table-arm.contract.yaml";

    public const string Calibration = "table-arm.calibration.json";

    /// <summary>What is deployed with the guard; without a fault when run by itself.</summary>
    public const string RunFile = "table-arm.run.yaml";

    /// <summary>The result as JSON; its presence also marks the folder as the demo's own.</summary>
    public const string Summary = "demo.json";

    /// <summary>Every file that a demo may write; the marker last.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Demonstrations, WithoutGuard, Labelled, Contract, Calibration, RunFile, .. FaultName.All.Select(Recording), Summary];

    /// <summary>The recording of the guarded run with a fault.</summary>
    public static string Recording(string fault) => $"{fault}.mcap";
}
