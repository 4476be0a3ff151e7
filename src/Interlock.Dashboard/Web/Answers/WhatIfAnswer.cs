namespace Interlock.Dashboard.Web.Answers;

internal sealed record WhatIfQuestion(string Contract);

/// <summary>What came of it; commands and differences are fetched piece by piece.</summary>
/// <param name="Run">Its number, for the pieces.</param>
/// <param name="ChangedSteps">Steps whose verdict or command is another.</param>
/// <param name="IdenticalSteps">Steps that are the same bit for bit.</param>
/// <param name="NotComparable">Steps of which nobody can tell.</param>
/// <param name="RecordedInterventions">Recorded steps that the guard changed or refused.</param>
/// <param name="ReplayedInterventions">Replayed steps that it changed or refused.</param>
/// <param name="ListedDifferences">Differences that are kept, at most 200,000.</param>
/// <param name="StepsTogether">Steps whose smallest and largest command are drawn together; 1 for each by itself.</param>
/// <param name="OtherVerdicts">Where the verdict is another.</param>
/// <param name="Limits">Of the other contract.</param>
internal sealed record WhatIfAnswer(
    string Run,
    long ChangedSteps,
    long IdenticalSteps,
    long NotComparable,
    long RecordedInterventions,
    long ReplayedInterventions,
    int ListedDifferences,
    int StepsTogether,
    IReadOnlyList<SpanAnswer> OtherVerdicts,
    IReadOnlyList<WhatIfLimits> Limits);

internal sealed record WhatIfLimits(string Channel, double? Min, double? Max);

internal sealed record WhatIfDifferences(int From, IReadOnlyList<WhatIfDifference> Items);

internal sealed record WhatIfDifference(double T, string Channel, double? Recorded, double? Other, string Unit, string RecordedVerdict, string OtherVerdict);
