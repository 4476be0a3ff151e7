namespace Interlock.Dashboard.Reports.Facts;

/// <summary>How often the guard stepped in.</summary>
/// <param name="Steps">Steps whose verdict was not the one that leaves the action alone.</param>
/// <param name="ShareOfSteps">Of all steps; null without steps.</param>
/// <param name="Events">Events: one for each channel and step.</param>
/// <param name="Stretches">Stretches of steps in a row; what is counted for rates, since steps of one stretch are no independent events.</param>
/// <param name="StretchesAreAll">False where there were too many to keep apart: then there were more.</param>
/// <param name="StretchesPerMinute">With its interval.</param>
internal sealed record InterventionFacts(long Steps, double? ShareOfSteps, long Events, long Stretches, bool StretchesAreAll, RateFacts StretchesPerMinute);
