using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Ros2.Messages;

namespace Interlock.Recording.Ros2.Export;

/// <summary>A word of the steps, written where it changes: strips of states need no more.</summary>
internal sealed class WordTopic(string topic, Func<FlightStep, string> of)
{
    private readonly Ros2Topic _topic = new(topic, Ros2Type.Text);
    private string? _last;

    public void Write(Ros2Output output, FlightStep step, ulong timeNs)
    {
        string word = of(step);
        if (word != _last)
        {
            _last = word;
            output.Cdr.Text(word);
            output.Write(_topic, timeNs);
        }
    }
}
