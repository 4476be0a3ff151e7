namespace Interlock.Dashboard.Web.Answers;

internal sealed record WhatIfQuestion(string Contract);

internal sealed record WhatIfAnswer(
    long ChangedSteps,
    long IdenticalSteps,
    long NotComparable,
    long RecordedInterventions,
    long ReplayedInterventions,
    IReadOnlyList<WhatIfIntervention> Interventions,
    IReadOnlyList<WhatIfDifference> Differences);

internal sealed record WhatIfIntervention(double T, string Code, string? Channel, string Text);

internal sealed record WhatIfDifference(double T, string Channel, double? Recorded, double? Other, string Unit, string RecordedVerdict, string OtherVerdict);
