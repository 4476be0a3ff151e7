using Interlock.Core.Text;

namespace Interlock.Runtime.Supervision;

/// <summary>One cell of the transition table.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="To">Where it leads, for <see cref="ReactionKind.Go"/>.</param>
/// <param name="Motion">What is asked of the robot, for <see cref="ReactionKind.Go"/>.</param>
internal readonly record struct Reaction(ReactionKind Kind, SupervisorState To = default, Motion Motion = default)
{
    public static Reaction Go(SupervisorState to, Motion motion) => new(ReactionKind.Go, to, motion);

    public override string ToString() => Kind switch
    {
        ReactionKind.Ignore => "·",
        ReactionKind.Note => "noted",
        ReactionKind.Refuse => "refused",
        _ => $"{To}, {EnumWord.Of(Motion).Replace('_', ' ')}",
    };
}
