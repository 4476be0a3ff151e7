namespace Interlock.ExecSpec.Gate;

/// <summary>
/// Compares single facts. Certified and different, or certified and not observed, fails. What the certificate does not state is not
/// checked; what only a robot can tell is not checked where there is none.
/// </summary>
internal sealed class FactComparison(GateResults results, GateScope scope, string code)
{
    /// <summary>A fact that the files state.</summary>
    public void FileFact(string subject, string? certified, string? observed) => Compare(subject, certified, observed, onlyRobotTells: false);

    /// <summary>A fact that only a robot or its runtime can tell.</summary>
    public void RobotFact(string subject, string? certified, string? observed) => Compare(subject, certified, observed, onlyRobotTells: true);

    /// <summary>A part of the decoding: absent is a value like any other.</summary>
    public void Meaning(string subject, string certified, string observed)
    {
        if (certified == observed)
        {
            results.Pass(code, subject, $"{subject} is {certified}, as certified", observed);
        }
        else
        {
            results.Fail(code, subject, $"{subject} is {observed}; certified is {certified}", certified, observed);
        }
    }

    /// <summary>A part of the decoding that files often do not state: without a robot that is not a difference.</summary>
    public void Known(string subject, string certified, string observed)
    {
        if (scope == GateScope.WithoutRobot && observed == Fact.NotStated && certified != observed)
        {
            results.Skip(code, subject, $"{subject} is certified as {certified}; the files do not state it");
        }
        else
        {
            Meaning(subject, certified, observed);
        }
    }

    private void Compare(string subject, string? certified, string? observed, bool onlyRobotTells)
    {
        if (certified is null)
        {
            results.Skip(code, subject, observed is null ? $"{subject} is not certified" : $"{subject} is {observed}; the certificate does not state it");
        }
        else if (observed is not null)
        {
            Meaning(subject, certified, observed);
        }
        else if (onlyRobotTells && scope == GateScope.WithoutRobot)
        {
            results.Add(new GateFinding(
                code, GateStatus.NotChecked, subject, $"{subject} is certified as {certified} and can be checked only where the robot is", certified));
        }
        else
        {
            results.Fail(code, subject, $"{subject} is certified as {certified} and nothing was observed", certified, "nothing");
        }
    }
}
