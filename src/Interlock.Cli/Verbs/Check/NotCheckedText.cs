using Interlock.Cli.Output;
using Interlock.ExecSpec.Gate;

namespace Interlock.Cli.Verbs.Check;

/// <summary>What a comparison left open, in three lists: what only the robot can tell, what nobody certified, and the rest with its reason.</summary>
internal static class NotCheckedText
{
    private const string NotCertified = " is not certified";

    public static void Write(VerbHost host, GateReport report)
    {
        GateFinding[] open = [.. report.Findings.Where(finding => finding.Status == GateStatus.NotChecked)];
        GateFinding[] atRobot = [.. open.Where(finding => finding.Expected is not null)];
        GateFinding[] uncertified = [.. open.Where(finding => finding.Expected is null && finding.Text.EndsWith(NotCertified, StringComparison.Ordinal))];
        List(host, "certified, to be checked where the robot is", atRobot, finding => $"{finding.Subject} {finding.Expected}");
        List(host, "nothing is certified about", uncertified, finding => finding.Subject);
        Reasons(host, [.. open.Except(atRobot).Except(uncertified)]);
    }

    private static void List(VerbHost host, string heading, GateFinding[] findings, Func<GateFinding, string> words)
    {
        if (findings.Length > 0)
        {
            WrappedText.Write(host.Out, $"{heading}: {string.Join(", ", findings.Select(words))}", host.Width, hanging: 2);
        }
    }

    private static void Reasons(VerbHost host, GateFinding[] findings)
    {
        if (findings.Length > 0)
        {
            host.Out.WriteLine("not checked:");
        }

        foreach (GateFinding finding in findings)
        {
            WrappedText.Write(host.Out, $"{finding.Code} {finding.Text}", host.Width, indent: 2, hanging: 8);
        }
    }
}
