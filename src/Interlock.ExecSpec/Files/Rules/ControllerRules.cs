using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Rules on what stands behind the command.</summary>
internal static class ControllerRules
{
    private const int DigestLength = 64;

    public static void Check(ControllerSpec? controller, RuleReport report)
    {
        if (controller is null)
        {
            return;
        }

        WordRules.Check(controller.Kind, "controller.kind", report);
        WordRules.Check(controller.Reference, "controller.reference", report);
        WordRules.Check(controller.CommandUnit, mayBeNone: false, "controller.command_unit", report);
        NameRules.CheckText(controller.RobotModel, "controller.robot_model", report);
        CheckNames(controller.JointOrder, "controller.joint_order", SpecLimits.MaxChannels, report);
        CheckNames(controller.Serials, "controller.serials", SpecLimits.MaxItems, report);
        CheckDigest(controller.UrdfSha256, "controller.urdf_sha256", report);
        CheckDigest(controller.LimitsSha256, "controller.limits_sha256", report);
        CheckDigest(controller.CalibrationSha256, "controller.calibration_sha256", report);
    }

    private static void CheckNames(IReadOnlyList<string>? names, string key, int most, RuleReport report)
    {
        if (names is not null && NumberRules.Length(names.Count, most, key, report))
        {
            NameRules.CheckUnique(names, i => $"{key}[{i}]", report);
        }
    }

    private static void CheckDigest(string? digest, string key, RuleReport report)
    {
        if (digest is not null && (digest.Length != DigestLength || !digest.All(char.IsAsciiHexDigitLower)))
        {
            string cause = $"a SHA-256 has {DigestLength} lower-case hexadecimal digits; these are {digest.Length} characters";
            report.Error("EX118", key, cause, "sha256sum prints it");
        }
    }
}
