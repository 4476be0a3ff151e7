namespace Interlock.Cli.Tests.Verbs.Contract;

internal static class ContractTexts
{
    public const string Valid = """
        interlock: contract/1
        name: cell
        rate_hz: 30
        channels:
          - { name: pan, unit: deg, min: -110, max: 110, max_step: 4 }
          - { name: grip, role: gripper, unit: percent, min: 0, max: 100 }
        """;

    public static readonly string Wrong = Valid.Replace("max_step: 4", "max_stpe: 4", StringComparison.Ordinal);

    public static readonly string Faster = Valid.Replace("max_step: 4", "max_velocity: 150", StringComparison.Ordinal);
}
